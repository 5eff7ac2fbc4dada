import { Global, Module } from '@nestjs/common';
import { Tally } from './tally.js';

@Global()
@Module({ providers: [Tally], exports: [Tally] })
export class TallyModule {}
