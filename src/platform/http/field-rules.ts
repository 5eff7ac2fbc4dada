/** What a broken rule says in Chinese; `n` is the number the rule names, `words` the values it allows. */
const SENTENCES: Readonly<Record<string, (n: string, words: string) => string>> = {
  whitelistValidation: () => '不认识的字段',
  unknownValue: () => '内容应为一个对象',
  isString: () => '应为文字',
  isInt: () => '应为整数',
  isBoolean: () => '应为 true 或 false',
  isObject: () => '应为对象',
  isArray: () => '应为列表',
  isIn: (_, words) => `只能是以下之一：${words}`,
  matches: () => '格式不正确',
  isLength: () => '字数不符合要求',
  minLength: (n) => `不得少于 ${n} 个字`,
  maxLength: (n) => `不得超过 ${n} 个字`,
  min: (n) => `不得小于 ${n}`,
  max: (n) => `不得大于 ${n}`,
  arrayMinSize: (n) => `至少 ${n} 项`,
  arrayMaxSize: (n) => `至多 ${n} 项`,
  nestedValidation: () => '应为对象或对象的列表',
};

/**
 * A broken rule in words the user reads. Messages that a request class gives itself are Chinese already; the library's
 * own are replaced, and one we do not know is told in general rather than in English.
 */
export function ruleInChinese(rule: string, message: string): string {
  if (/[\u4e00-\u9fff]/.test(message)) return message;
  const n = /(-?\d+)/.exec(message)?.[1] ?? '';
  const words = /following values: (.*)$/.exec(message)?.[1] ?? '';
  return SENTENCES[rule]?.(n, words) ?? '内容不符合要求';
}
