import { readFileSync } from 'node:fs';

/** A schema of the committed contract. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

interface Responses {
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}

interface Contract {
  paths: Record<string, Record<string, Responses>>;
  components: { schemas: Record<string, Schema> };
}

/** The committed contract, which the web page's types are made from. */
export class CommittedContract {
  private readonly contract = JSON.parse(readFileSync('openapi.json', 'utf8')) as Contract;

  /** Where an answer is not as the contract says; nothing for a status or a kind it does not describe as JSON. */
  faultsOf(operation: { path: string; method: string }, status: number, body: string): string[] {
    const described =
      this.contract.paths[operation.path]?.[operation.method.toLowerCase()]?.responses[status];
    if (!described) return [`${status} is not in openapi.json`];
    const schema = described.content?.['application/json']?.schema;
    if (!schema) return [];
    return this.compare(schema, JSON.parse(body) as unknown, '');
  }

  private compare(schema: Schema, value: unknown, at: string): string[] {
    if (schema.$ref !== undefined) return this.compare(this.named(schema.$ref), value, at);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) {
      const tried = choices.map((choice) => this.compare(choice, value, at));
      return tried.some((faults) => faults.length === 0) ? [] : tried.flat();
    }
    if (schema.allOf) return schema.allOf.flatMap((part) => this.compare(part, value, at));
    const type = typeOf(value);
    if (![schema.type].flat().includes(type))
      return [`${at} is ${type}, not ${[schema.type].flat().join(' or ')}`];
    if (schema.enum && !schema.enum.includes(value))
      return [`${at} is ${String(value)}, which is no word of it`];
    return this.compareInside(schema, value, at);
  }

  private compareInside(schema: Schema, value: unknown, at: string): string[] {
    if (Array.isArray(value)) {
      return value.flatMap((item) => this.compare(schema.items ?? {}, item, `${at}[]`));
    }
    if (typeof value !== 'object' || value === null) return [];
    const { properties = {}, required = [], additionalProperties } = schema;
    const absent = required.filter((name) => !(name in value)).map((name) => `${at}.${name} is not there`);
    const present = Object.entries(value).flatMap(([name, inner]) => {
      if (additionalProperties === true) return [];
      const known =
        properties[name] ?? (typeof additionalProperties === 'object' ? additionalProperties : undefined);
      return known ? this.compare(known, inner, `${at}.${name}`) : [`${at}.${name} is not described`];
    });
    return [...absent, ...present];
  }

  private named(ref: string): Schema {
    return this.contract.components.schemas[ref.replace('#/components/schemas/', '')] ?? {};
  }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}
