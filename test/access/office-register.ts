import { CLERK } from '../support/office.js';
import type { Deeds } from './deeds.js';
import type { PreparedOffice } from './holdings.js';

/** A group whose members are listed by name, another name for a department, and the robot of its group chat. */
export async function addToRegister(
  deeds: Deeds,
  department: string,
): Promise<Pick<PreparedOffice, 'groupCode' | 'aliasId' | 'robotId' | 'versions'>> {
  const group = await deeds.post<{ code: string; version: number }>('department-groups', CLERK, null, {
    code: 'LISTED_UNITS',
    name: '列名单位',
    rule: 'LIST',
    phrases: ['列名单位'],
  });
  const named = await deeds.post<{ version: number; aliases: { id: string }[] }>(
    `departments/${department}/aliases`,
    CLERK,
    null,
    { alias: '曾用名称' },
  );
  const robot = await deeds.post<{ id: string }>('robots', CLERK, null, {
    department,
    kind: 'WECOM',
    key: '693a91f6-1111-4bc4-97a0-0ec2d1fa5aaa',
  });
  return {
    robotId: robot.id,
    groupCode: group.code,
    aliasId: named.aliases.at(-1)?.id ?? '',
    versions: { department: named.version, group: group.version },
  };
}
