import { Module, type DynamicModule } from '@nestjs/common';
import { Settings } from './settings.js';

/** Hands the settings, loaded once at the entry point, to everything that asks for them. */
@Module({})
export class ConfigModule {
  static for(settings: Settings): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: Settings, useValue: settings }],
      exports: [Settings],
    };
  }
}
