import { Global, Module } from '@nestjs/common';
import { ListenProgressService } from './listen-progress.service.js';
import { ProgressBoard } from './progress-board.js';
import { ProgressController } from './progress.controller.js';
import { Progress } from './progress.js';

/** Progress of long work, for every feature that does any. */
@Global()
@Module({
  controllers: [ProgressController],
  providers: [ProgressBoard, ListenProgressService, Progress],
  exports: [ProgressBoard, Progress],
})
export class ProgressModule {}
