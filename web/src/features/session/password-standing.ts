/** What can be checked of a password while it is typed. */
export interface PasswordWishes {
  minLength: number;
  kinds: number;
}

const KINDS = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/];
/** The shortest part of a user name that counts as a fragment of it. */
const FRAGMENT = 4;

/**
 * Whether what is typed keeps the rules, in the order the service tells them: length, kinds, user name. The others (former
 * passwords, common words) only the service knows.
 */
export function passwordStanding(
  password: string,
  username: string,
  { minLength, kinds }: PasswordWishes,
): boolean[] {
  return [
    [...password].length >= minLength,
    KINDS.filter((kind) => kind.test(password)).length >= kinds,
    password !== '' && !containsFragment(password.toLowerCase(), username.toLowerCase()),
  ];
}

function containsFragment(password: string, username: string): boolean {
  if (username.length < FRAGMENT) return username !== '' && password.includes(username);
  return Array.from({ length: username.length - FRAGMENT + 1 }, (_, at) =>
    username.slice(at, at + FRAGMENT),
  ).some((part) => password.includes(part));
}
