import { Module } from '@nestjs/common';
import { DepartmentStore } from './department.store.js';
import { GroupSeed } from './group-seed.js';
import { GroupStore } from './group.store.js';
import { OrganizationReader } from './organization.reader.js';
import { PostDirectory } from './post-directory.js';
import { PostStore } from './post.store.js';

/** Departments, aliases, groups and posts. */
@Module({
  providers: [DepartmentStore, GroupStore, PostStore, GroupSeed, OrganizationReader, PostDirectory],
  exports: [OrganizationReader, PostDirectory],
})
export class OrganizationModule {}
