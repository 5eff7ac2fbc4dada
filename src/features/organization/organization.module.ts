import { Module } from '@nestjs/common';
import { PostDirectory } from './post-directory.js';
import { PostStore } from './post.store.js';

@Module({ providers: [PostStore, PostDirectory], exports: [PostDirectory] })
export class OrganizationModule {}
