import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import type { Source, SourceText } from './source-file.js';

/**
 * Reads the files of tsconfig.json with their types; `planted` adds files that exist only here, by path from the top.
 */
export function readSources(planted: Readonly<Record<string, string>>): Source[] {
  const root = process.cwd();
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
  const { options, fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const extra = new Map(Object.entries(planted).map(([path, text]) => [join(root, path), text]));
  const host = ts.createCompilerHost(options, true);
  host.fileExists = (file) => extra.has(file) || existsSync(file);
  host.readFile = (file) => extra.get(file) ?? (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  const readTree = host.getSourceFile.bind(host);
  host.getSourceFile = (file, language, ...rest) => {
    const text = extra.get(file);
    return text === undefined
      ? readTree(file, language, ...rest)
      : ts.createSourceFile(file, text, language, true);
  };
  const program = ts.createProgram([...fileNames, ...extra.keys()], options, host);
  const types = program.getTypeChecker();
  return [...new Set([...fileNames, ...extra.keys()])].map((file) => ({
    path: relative(root, file),
    tree: program.getSourceFile(file)!,
    types,
  }));
}

/** Reads the files of the page, without types: the rules about it need the text only. */
export function readWebSources(planted: Readonly<Record<string, string>>): SourceText[] {
  const files = readdirSync('web/src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => join('web/src', file));
  const texts = files.map((file): [string, string] => [file, readFileSync(file, 'utf8')]);
  return [...new Map([...texts, ...Object.entries(planted)])].map(([path, text]) => {
    const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
    return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true, kind) };
  });
}
