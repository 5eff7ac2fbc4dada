import { Module } from '@nestjs/common';
import { PlatformModule } from './platform.module.js';

/** The list of features and nothing else. */
@Module({ imports: [PlatformModule] })
export class AppModule {}
