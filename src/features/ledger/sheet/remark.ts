/** Begins every comment that a returned workbook carries, so that it is not taken for the office's own when it comes back. */
const OURS = '【导入核对】';
const THEIRS = '\n原批注：';

/** Takes what is wrong with a cell and the comment it had; gives the comment it is returned with. */
export function remarkOf(messages: readonly string[], original = ''): string {
  const said = `${OURS}${messages.join('\n')}`;
  return original.trim() === '' ? said : `${said}${THEIRS}${original.trim()}`;
}

/** Takes a comment; gives what of it the office wrote itself, empty where it is all ours. */
export function officeComment(comment = ''): string {
  if (!comment.trimStart().startsWith(OURS)) return comment;
  const at = comment.indexOf(THEIRS);
  return at < 0 ? '' : comment.slice(at + THEIRS.length);
}
