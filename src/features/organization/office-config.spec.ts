import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { defaultDepartmentGroups } from '../../../test/support/default-department-groups.js';
import { parseDepartmentFile } from './department-file.js';
import { registerOfFile } from './file-register.js';
import { parseOfficeConfig } from './office-config.js';

describe('config/groups.yaml', () => {
  const shipped = () => parseOfficeConfig(parse(readFileSync('config/groups.yaml', 'utf8')));

  it('ships the groups, phrases and members that the grammar of department lists was tested with', () => {
    const file = readFileSync('test/data/departments-2023.csv');
    const expected = defaultDepartmentGroups(parseDepartmentFile(file));
    expect(registerOfFile(file, shipped()).groups).toEqual(expected);
  });

  it('stops the start with every fault', () => {
    const broken = {
      home: { district: '' },
      groups: [
        { code: 'A', name: '甲', rule: 'ALL', phrases: ['各甲'] },
        { code: 'A', name: '', rule: 'KIND:MOON', phrases: [] },
      ],
    };
    const attempt = () => parseOfficeConfig(broken);
    for (const word of [
      'home.district',
      '重复的 code',
      '第2组缺少 name',
      '第2组的 rule',
      '第2组的 phrases',
    ]) {
      expect(attempt).toThrow(word);
    }
    expect(() => parseOfficeConfig(null)).toThrow('groups 应为单位组列表');
  });
});
