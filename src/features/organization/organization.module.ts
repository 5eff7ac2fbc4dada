import { Module } from '@nestjs/common';
import { AppointmentDeeds } from './appointment.deeds.js';
import { DepartmentChangesService } from './department-changes.service.js';
import { DepartmentStore } from './department.store.js';
import { DepartmentsController } from './departments.controller.js';
import { DepartmentsService } from './departments.service.js';
import { GroupSeed } from './group-seed.js';
import { GroupStore } from './group.store.js';
import { GroupsController } from './groups.controller.js';
import { GroupsService } from './groups.service.js';
import { ImportDepartmentsService } from './import-departments.service.js';
import { ImportPostsService } from './import-posts.service.js';
import { JurisdictionsReader } from './jurisdictions.reader.js';
import { OrganizationImportsController } from './organization-imports.controller.js';
import { OrganizationReader } from './organization.reader.js';
import { PostDirectory } from './post-directory.js';
import { PostStore } from './post.store.js';
import { PostsController } from './posts.controller.js';
import { PostsService } from './posts.service.js';
import { VacanciesReader } from './vacancies.reader.js';

/** Departments, aliases, groups and posts. */
@Module({
  controllers: [DepartmentsController, GroupsController, PostsController, OrganizationImportsController],
  providers: [
    DepartmentStore,
    GroupStore,
    PostStore,
    GroupSeed,
    OrganizationReader,
    JurisdictionsReader,
    PostDirectory,
    AppointmentDeeds,
    VacanciesReader,
    DepartmentsService,
    DepartmentChangesService,
    GroupsService,
    PostsService,
    ImportDepartmentsService,
    ImportPostsService,
  ],
  exports: [
    AppointmentDeeds,
    OrganizationReader,
    JurisdictionsReader,
    VacanciesReader,
    PostDirectory,
    ImportDepartmentsService,
    ImportPostsService,
  ],
})
export class OrganizationModule {}
