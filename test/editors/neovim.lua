-- Does in Neovim what a person does there, and writes what Neovim then shows, as JSON, to the file that HTCONF_RESULT
-- names. It waits for the events of the editor and for nothing else; who started it ends it if one does not come.

local seen = {}

-- What is to be done stands in a coroutine: it goes on when the event comes that it waits for.
local session

local function go_on(...)
  local ok, problem = coroutine.resume(session, ...)
  if not ok then
    io.stderr:write(debug.traceback(session, problem) .. '\n')
    vim.cmd('cquit')
  end
end

local function await_diagnostics(wanted)
  local waiting = not wanted(#vim.diagnostic.get(0))
  vim.api.nvim_create_autocmd('DiagnosticChanged', {
    callback = function()
      if waiting and wanted(#vim.diagnostic.get(0)) then
        waiting = false
        vim.schedule(go_on)
      end
      return not waiting -- true ends the watch
    end,
  })
  if waiting then
    coroutine.yield()
  end
end

local function some(number)
  return number > 0
end

local function request(method, params)
  params.textDocument = { uri = vim.uri_from_bufnr(0) }
  vim.lsp.buf_request(0, method, params, function(problem, result)
    vim.schedule(function()
      go_on(problem and error(vim.inspect(problem)) or result)
    end)
  end)
  return coroutine.yield()
end

local function text_of(buffer)
  return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, true), '\n') .. '\n'
end

local function diagnostics()
  return vim.tbl_map(function(one)
    local place = { line = one.lnum + 1, column = one.col + 1, end_column = one.end_col + 1 }
    return vim.tbl_extend('error', place, { severity = one.severity, code = one.code })
  end, vim.diagnostic.get(0))
end

local function line_with(words)
  return vim.fn.search(words, 'cnw')
end

-- Lines and columns of Neovim's cursor count from 1 and from 0.
local function put_cursor(words, column)
  vim.api.nvim_win_set_cursor(0, { line_with(words), column })
end

-- Has the person take the action of this title, of those that Neovim offers.
local function take_action(title)
  vim.ui.select = function(items, _, take)
    local actions = vim.tbl_map(function(item)
      return item.action or item[2]
    end, items)
    seen.actions = vim.tbl_map(function(action)
      return { title = action.title, command = action.command and true or false }
    end, actions)
    for index, action in ipairs(actions) do
      if action.title == title then
        take(items[index], index)
      end
    end
  end
  vim.lsp.buf.code_action()
end

-- The line that comes of what was typed when the person takes the offer of this label.
local function completed(typed, label)
  local at = line_with('^ServerName')
  vim.api.nvim_buf_set_lines(0, at - 1, at - 1, true, { typed })
  local result = request('textDocument/completion', { position = { line = at - 1, character = #typed } })
  for _, item in ipairs(result.items or result) do
    if item.label == label then
      vim.lsp.util.apply_text_edits({ item.textEdit }, vim.api.nvim_get_current_buf(), 'utf-16')
    end
  end
  local line = vim.api.nvim_buf_get_lines(0, at - 1, at, true)[1]
  vim.api.nvim_buf_set_lines(0, at - 1, at, true, {})
  return line
end

local function hover_at(words)
  local at = vim.fn.searchpos(words, 'cnw')
  local result = request('textDocument/hover', { position = { line = at[1] - 1, character = at[2] } })
  return table.concat(vim.lsp.util.convert_input_to_markdown_lines(result.contents), '\n')
end

session = coroutine.create(function()
  await_diagnostics(some)
  seen.filetype = vim.bo.filetype
  seen.diagnostics = diagnostics()

  put_cursor('^LoadModul ', 3)
  take_action('Change to LoadModule')
  await_diagnostics(function(number)
    return number < #seen.diagnostics
  end)
  seen.repaired = vim.api.nvim_buf_get_lines(0, line_with('expires_module') - 1, line_with('expires_module'), true)[1]
  seen.left = diagnostics()

  seen.hover = hover_at('ServerAdmin')

  vim.cmd('edit httpd/untidy.conf')
  await_diagnostics(some)
  seen.directive = completed('LoadM', 'LoadModule')
  seen.module = completed('LoadModule rewr', 'rewrite_module')

  vim.cmd('setlocal expandtab shiftwidth=4')
  local format = vim.lsp.buf.format or vim.lsp.buf.formatting_sync
  format()
  seen.formatted = text_of(0)

  seen.filetypes = vim.tbl_map(function(path)
    vim.cmd('edit! ' .. path)
    return vim.bo.filetype
  end, vim.json.decode(vim.env.HTCONF_PATHS))

  vim.fn.writefile({ vim.json.encode(seen) }, vim.env.HTCONF_RESULT)
  vim.cmd('qall!')
end)

go_on()
