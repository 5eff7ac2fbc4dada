/** A schema of the OpenAPI document, as far as the guard looks at it. */
interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

interface Content {
  $ref?: string;
  content?: Record<string, { schema?: Schema }>;
}

/** The parts of an OpenAPI document the guard looks at. */
export interface ContractDocument {
  paths: Record<string, Record<string, { responses: Record<string, Content> }>>;
  components: { schemas: Record<string, Schema> };
}

/** What the audit trail kept of a thing, in the shape the thing had then. */
const FREE = new Set(['AuditEventResponse.before', 'AuditEventResponse.after']);

/** Statuses that carry no body. */
const EMPTY = new Set(['204', '304', 'default']);

interface Notes {
  findings: string[];
  /** Schemas referred to; each is judged once. */
  used: Set<string>;
}

/** Takes an OpenAPI document; gives a sentence for every answer a typed client could make nothing of. */
export function contractFindings(document: ContractDocument): string[] {
  const notes: Notes = { findings: [], used: new Set() };
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { responses }] of Object.entries(methods)) {
      judgeResponses(`${method.toUpperCase()} ${path}`, responses, notes);
    }
  }
  // The set grows while it is walked, so that schemas only schemas refer to are judged too.
  for (const name of notes.used) judgeSchema(name, document.components.schemas[name], notes);
  return notes.findings;
}

function judgeResponses(where: string, responses: Record<string, Content>, notes: Notes): void {
  if (responses['default']?.$ref === undefined) notes.findings.push(`${where}: does not tell of problems`);
  for (const [status, { content = {} }] of Object.entries(responses)) {
    const kinds = EMPTY.has(status) ? null : Object.entries(content);
    if (kinds?.length === 0) notes.findings.push(`${where}: ${status} is not described`);
    for (const [kind, { schema }] of kinds ?? []) judgeSchema(`${where} ${status} ${kind}`, schema, notes);
  }
}

function judgeSchema(where: string, schema: Schema = {}, notes: Notes): void {
  const { anyOf = [], oneOf = [], allOf = [] } = schema;
  const parts = [...anyOf, ...oneOf, ...allOf];
  for (const part of parts) judgeSchema(where, part, notes);
  if (schema.$ref !== undefined) notes.used.add(schema.$ref.replace('#/components/schemas/', ''));
  else if (isOf(schema, 'array')) judgeSchema(`${where}[]`, schema.items, notes);
  else if (isOf(schema, 'object')) judgeObject(where, schema, notes);
  else if ([schema.type, ...parts].every((part) => part === undefined))
    notes.findings.push(`${where}: has no type`);
}

function judgeObject(where: string, { properties, additionalProperties }: Schema, notes: Notes): void {
  for (const [name, schema] of Object.entries(properties ?? {}))
    judgeSchema(`${where}.${name}`, schema, notes);
  if (FREE.has(where)) return;
  if (typeof additionalProperties === 'object') judgeSchema(`${where}.*`, additionalProperties, notes);
  else if (Object.keys(properties ?? {}).length === 0)
    notes.findings.push(`${where}: is an object of anything`);
}

function isOf({ type }: Schema, name: string): boolean {
  return type === name || (Array.isArray(type) && type.includes(name));
}
