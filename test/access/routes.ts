import { ModulesContainer } from '@nestjs/core';
import type { TestApp } from '../support/app.js';

/** Where NestJS keeps the path of a route. */
const PATH = 'path';
const METHOD = 'method';

/** The method of a controller that answers a route, which carries what @Can says of it. */
export type Handler = (...args: never[]) => unknown;

/** Every route of the program, by `Controller.method` as the OpenAPI document names them. */
export function routesOf({ app }: TestApp): Map<string, Handler> {
  const routes = new Map<string, Handler>();
  for (const { controllers } of app.get(ModulesContainer).values()) {
    for (const { metatype } of controllers.values()) {
      const { prototype, name } = metatype as unknown as { prototype: Record<string, Handler>; name: string };
      for (const method of Object.getOwnPropertyNames(prototype)) {
        const handler = prototype[method];
        if (typeof handler !== 'function' || !isRoute(handler)) continue;
        routes.set(`${name.replace(/Controller$/, '')}.${method}`, handler);
      }
    }
  }
  return routes;
}

function isRoute(handler: Handler): boolean {
  return Reflect.hasMetadata(PATH, handler) && Reflect.hasMetadata(METHOD, handler);
}
