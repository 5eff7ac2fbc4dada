/**
 * Cruises several trees with the project's own rules, in one process because starting it costs more than cruising.
 * Takes the rule file, the folder to look at in each tree, and the trees; prints {folder: [{rule, from, to}]}.
 */
import { resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractDepcruiseConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const [ruleFile, root, ...trees] = process.argv.slice(2);
const { options, ...ruleSet } = await extractDepcruiseConfig(resolve(ruleFile));
const found = {};
for (const tree of trees) {
  process.chdir(tree);
  const { output } = await cruise(
    [root],
    { ...options, baseDir: tree, validate: true, ruleSet },
    options.enhancedResolveOptions,
    { tsConfig: extractTSConfig(resolve(tree, 'tsconfig.json')) },
  );
  found[tree] = output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
}
process.stdout.write(JSON.stringify(found));
