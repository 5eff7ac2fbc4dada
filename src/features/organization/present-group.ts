import type { GroupWithMembers } from './groups.service.js';

/** A member as named in a group. */
export class GroupMemberResponse {
  code!: string;
  name!: string;
}

/** A group as it goes out, with its members as at today. */
export class GroupResponse {
  code!: string;
  name!: string;
  rule!: string;
  phrases!: string[];
  members!: GroupMemberResponse[];
  version!: number;
}

/** All groups. */
export class GroupListResponse {
  items!: GroupResponse[];
  next!: string | null;
}

export function presentGroup(group: GroupWithMembers): GroupResponse {
  const { code, name, rule, phrases, version } = group;
  const members = group.members.map((member) => ({ code: member.code, name: member.name }));
  return { code, name, rule, phrases, members, version };
}
