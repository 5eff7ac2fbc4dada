import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { updateVersioned } from '../../../platform/database/version.js';
import { SavedView } from './saved-view.entity.js';

/** A view as it is kept. */
export type SavedViewRecord = { [Key in keyof SavedView]: SavedView[Key] };

/** Keeps views; every question names the owner, so another post's view is never found. */
@Injectable()
export class SavedViewStore {
  constructor(private readonly db: Database) {}

  /** A post's views by name. */
  async ofOwner(owner: string): Promise<SavedViewRecord[]> {
    return this.db.reader.find(SavedView, { where: { owner }, order: { name: 'ASC' } });
  }

  async one(owner: string, id: string): Promise<SavedViewRecord | null> {
    return this.db.reader.findOneBy(SavedView, { owner, id });
  }

  async named(owner: string, name: string): Promise<SavedViewRecord | null> {
    return this.db.reader.findOneBy(SavedView, { owner, name });
  }

  async insert(view: SavedViewRecord): Promise<void> {
    await this.db.writer.insert(SavedView, view);
  }

  /** Changes a view if it still has the version given. */
  async update(view: SavedViewRecord, changes: Partial<SavedViewRecord>): Promise<void> {
    await updateVersioned(this.db, SavedView, view, changes);
  }

  async remove(view: SavedViewRecord): Promise<void> {
    await this.db.writer.delete(SavedView, { id: view.id });
  }
}
