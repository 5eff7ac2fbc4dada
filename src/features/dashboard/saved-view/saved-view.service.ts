import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../platform/audit/audit-trail.js';
import { currentActor } from '../../../platform/auth/actor-context.js';
import { newId } from '../../../platform/database/id.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { staleVersion } from '../../../platform/database/version.js';
import type { BoardFilterRequest } from '../board/board-requests.js';
import { savedViewNameTaken, savedViewNotFound, savedViewsTooMany } from './saved-view.errors.js';
import { SavedViewStore, type SavedViewRecord } from './saved-view.store.js';

/** A view as a person states it. */
export interface ViewWish {
  name: string;
  filter: BoardFilterRequest;
  columns: readonly string[];
  sort: string;
}

const MOST = 30;

/** Keeps how a post likes to see the task list; each post has its own views and sees no other's. */
@Injectable()
export class SavedViewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly views: SavedViewStore,
    private readonly audit: AuditTrail,
  ) {}

  /** The actor's own views, by name. */
  async own(): Promise<SavedViewRecord[]> {
    return this.views.ofOwner(currentActor().post);
  }

  /** Keeps a view under a name; gives it. Refuses a name in use, and one view too many. */
  async save(wish: ViewWish): Promise<SavedViewRecord> {
    return this.unitOfWork.run(async () => {
      const owner = currentActor().post;
      const known = await this.views.ofOwner(owner);
      const view = { id: newId(), owner, ...keptOf(wish), version: 1 };
      if (known.some(({ name }) => name === view.name)) throw savedViewNameTaken(view.name);
      if (known.length >= MOST) throw savedViewsTooMany(MOST);
      await this.views.insert(view);
      this.record('dashboard.saveView', view.id, null, keptOf(wish));
      return view;
    });
  }

  /** Puts a view in another way; gives it. Refuses a name another view has. */
  async change(id: string, wish: ViewWish, version: number): Promise<SavedViewRecord> {
    return this.unitOfWork.run(async () => {
      const view = await this.open(id, version);
      const changes = keptOf(wish);
      const namesake = await this.views.named(view.owner, changes.name);
      if (namesake && namesake.id !== id) throw savedViewNameTaken(changes.name);
      await this.views.update(view, changes);
      const { name, filter, columns, sort } = view;
      this.record('dashboard.changeView', id, { name, filter, columns, sort }, changes);
      return { ...view, ...changes, version: version + 1 };
    });
  }

  /** Takes a view away. */
  async remove(id: string, version: number): Promise<void> {
    await this.unitOfWork.run(async () => {
      const view = await this.open(id, version);
      await this.views.remove(view);
      this.record('dashboard.removeView', id, { name: view.name }, null);
    });
  }

  private async open(id: string, version: number): Promise<SavedViewRecord> {
    const view = await this.views.one(currentActor().post, id);
    if (!view) throw savedViewNotFound();
    if (view.version !== version) throw staleVersion();
    return view;
  }

  private record(operation: string, objectId: string, before: object | null, after: object | null): void {
    this.audit.record({ operation, objectKind: 'saved_view', objectId, before, after });
  }
}

function keptOf({ name, filter, columns, sort }: ViewWish) {
  return { name: name.trim(), filter: JSON.stringify(filter), columns: columns.join(','), sort };
}
