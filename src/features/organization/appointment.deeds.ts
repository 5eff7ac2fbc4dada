import { Injectable } from '@nestjs/common';
import { PostsService, type Appointment } from './posts.service.js';

/** What later features may do with posts, as part of a unit of work of their own (ADR 0019). */
@Injectable()
export class AppointmentDeeds {
  constructor(private readonly posts: PostsService) {}

  /**
   * Appoints a holder; the former one's term ends the day before. Gives the term's id. Refuses whom the post's keeping is
   * not, a day not after the last appointment, and a post of another department or duty.
   */
  async appoint(appointment: Appointment): Promise<string> {
    return (await this.posts.appoint(appointment)).id;
  }
}
