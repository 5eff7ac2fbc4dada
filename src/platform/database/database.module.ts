import { Module, type DynamicModule, type OnApplicationShutdown } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { Database } from './database.js';
import type { Persistence } from './data-source-options.js';
import { openDatabase } from './open-database.js';
import { UnitOfWork } from './unit-of-work.js';

/** Opens the database once per process and closes it with the process. */
@Module({})
export class DatabaseModule implements OnApplicationShutdown {
  constructor(private readonly database: Database) {}

  static for(persistence: Persistence): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      providers: [
        {
          provide: Database,
          inject: [Settings],
          useFactory: (settings: Settings) => openDatabase(settings, persistence),
        },
        { provide: UnitOfWork, inject: [Database], useFactory: (database: Database) => database.unitOfWork },
      ],
      exports: [Database, UnitOfWork],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.database.close();
  }
}
