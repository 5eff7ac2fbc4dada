import type { TestApp } from '../support/app.js';

/** One operation of the interface. */
export interface Operation {
  /** `GET /api/v1/tasks/{id}`. */
  name: string;
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  /** Controller and method, `Tasks.get`. */
  id: string;
}

interface Described {
  paths: Record<string, Record<string, { operationId: string }>>;
}

/** Every operation that the running program says it has. */
export async function operationsOf(test: TestApp): Promise<Operation[]> {
  const { body } = await test.request('GET', '/api/openapi.json');
  return Object.entries((body as Described).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([verb, { operationId }]) => {
      const method = verb.toUpperCase() as Operation['method'];
      return { name: `${method} ${path}`, method, path, id: operationId };
    }),
  );
}
