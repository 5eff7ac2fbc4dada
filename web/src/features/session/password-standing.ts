/** One rule of a password and whether what is typed keeps it. */
export interface RuleStanding {
  rule: 'length' | 'kinds' | 'name';
  isKept: boolean;
  values: Readonly<Record<string, number>>;
}

/** What the installation asks of a password. */
export interface PasswordWishes {
  minLength: number;
  kinds: number;
}

const USUAL: PasswordWishes = { minLength: 10, kinds: 3 };
const KINDS = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/];

/** How far a password keeps the rules that can be told while it is typed. */
export function passwordStanding(
  password: string,
  username: string,
  wishes: PasswordWishes = USUAL,
): RuleStanding[] {
  const typed = password !== '';
  return [
    { rule: 'length', isKept: [...password].length >= wishes.minLength, values: { count: wishes.minLength } },
    {
      rule: 'kinds',
      isKept: KINDS.filter((kind) => kind.test(password)).length >= wishes.kinds,
      values: { count: wishes.kinds },
    },
    { rule: 'name', isKept: typed && !password.toLowerCase().includes(username.toLowerCase()), values: {} },
  ];
}
