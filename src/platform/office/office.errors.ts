import { DomainError } from '../../domain/refusal.js';

/** Every reason for which an office file is not read: the code tools see and the sentence the user reads. */
const SENTENCES = {
  FILE_EMPTY: '文件是空的，请检查后重新上传。',
  FILE_TYPE_UNKNOWN: '不支持这种文件，请另存为 .xlsx、.xls、.csv、.docx 或 .txt 后重新上传。',
  FILE_TYPE_MISMATCH: '文件内容与扩展名不符，请用办公软件打开后按正确的类型另存，再重新上传。',
  FILE_ENCRYPTED: '文件设有打开密码，请取消密码后重新上传。',
  FILE_MACRO: '文件带有宏，请另存为不含宏的 .xlsx 或 .docx 后重新上传。',
  FILE_TOO_LARGE: '文件过大，请拆分或者删去图片等无关内容后重新上传。',
  FILE_TOO_MANY_ROWS: '工作表行数过多，请删除表格下方的空白行或拆分后重新上传。',
  FILE_TOO_MANY_COLUMNS: '工作表列数过多，请删除表格右侧的多余列后重新上传。',
  FILE_TOO_MANY_CELLS: '文件单元格过多，请拆分后重新上传。',
  FILE_TOO_MANY_SHEETS: '工作表过多，请只保留需要导入的工作表后重新上传。',
  FILE_BOMB: '文件展开后异常庞大，已停止读取。请新建文件，仅粘贴需要的内容后重新上传。',
  FILE_NESTED: '文件里嵌有压缩包或其他办公文件，请删除嵌入的对象后重新上传。',
  FILE_XML_UNSAFE: '文件内部含有不允许的内容（外部引用、特殊编码或异常结构），请用办公软件另存后重新上传。',
  FILE_BROKEN: '文件已损坏，无法读取，请用办公软件打开确认后另存，再重新上传。',
  FILE_ENCODING: '无法识别文本的编码，请另存为 UTF-8 编码后重新上传。',
  FILE_TIMEOUT: '文件读取超时，已停止。请拆分或另存为新文件后重新上传。',
  FILE_MEMORY: '读取文件所需内存超出上限，已停止。请拆分后重新上传。',
} as const;

export type OfficeRefusalCode = keyof typeof SENTENCES;

/** Gives the refusal of an office file; `details` says measured value and limit where there are any. */
export function officeRefusal(
  code: OfficeRefusalCode,
  details: Readonly<Record<string, unknown>> = {},
): DomainError {
  return new DomainError('INVALID', code, SENTENCES[code], details);
}

/** True for a code that the child process may send back. */
export function isOfficeRefusalCode(code: unknown): code is OfficeRefusalCode {
  return typeof code === 'string' && Object.hasOwn(SENTENCES, code);
}
