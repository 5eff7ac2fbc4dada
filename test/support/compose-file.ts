import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** One service of docker-compose.yml, as far as the specs look at it. */
export interface ComposeService {
  image: string;
  command?: readonly string[];
  profiles?: readonly string[];
  environment?: Readonly<Record<string, string>>;
  volumes?: readonly string[];
  ports?: readonly unknown[];
  networks?: unknown;
  network_mode?: string;
  read_only?: boolean;
  tmpfs?: readonly string[];
  healthcheck?: { test: readonly string[] };
  stop_grace_period?: string;
  logging?: { options: Readonly<Record<string, string>> };
}

export type ComposeServices = Readonly<Record<string, ComposeService>>;

/** Takes the text of a compose file; gives its services with `<<` merged, `${…}` left as it stands. */
export function servicesOf(text: string): ComposeServices {
  return (parse(text, { merge: true }) as { services: ComposeServices }).services;
}

/** Takes the text of an env file; gives its variables. */
export function variablesOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]),
  );
}

/** Names of the services that start with these profiles, in order. */
export function startedWith(services: ComposeServices, profiles: readonly string[]): string[] {
  return Object.entries(services)
    .filter(([, { profiles: own }]) => own === undefined || own.some((one) => profiles.includes(one)))
    .map(([name]) => name)
    .toSorted();
}

/** The environment a container gets, with `${NAME:-default}` filled from these variables. */
export function environmentOf(
  service: ComposeService,
  variables: Readonly<Record<string, string>>,
): Record<string, string> {
  const filled = (value: string): string =>
    value.replaceAll(
      /\$\{(\w+):-([^}]*)\}/g,
      (_, name: string, otherwise: string) => variables[name] || otherwise,
    );
  return Object.fromEntries(
    Object.entries(service.environment ?? {}).map(([name, value]) => [name, filled(value)]),
  );
}

export const COMPOSE_FILE = servicesOf(readFileSync('docker-compose.yml', 'utf8'));
