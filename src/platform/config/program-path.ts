import { delimiter } from 'node:path';

/** Folders in which the machine looks for programs, as its environment says. */
export function programFolders(): string[] {
  return (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
}
