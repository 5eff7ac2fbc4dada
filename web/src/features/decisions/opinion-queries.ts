import { queryOptions } from '@tanstack/react-query';
import { api, take } from '../../api/client.js';
import type { components } from '../../api/schema.js';

type Schemas = components['schemas'];

/** The adoption table of a decision. */
export type Opinions = Schemas['OpinionsResponse'];

/** A line of it. */
export type Opinion = Schemas['OpinionResponse'];

/** What a line is entered or changed with. */
export type OpinionWish = Schemas['OpinionRequest'];

/** What an import comes to. */
export type OpinionImport = Schemas['OpinionImportResponse'];

export const opinionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['decision', id, 'opinions'],
    queryFn: ({ signal }) =>
      take(api.GET('/api/v1/decisions/{id}/opinions', { params: { path: { id } }, signal })),
  });
