/** One post of the person who is signed in. */
export interface SessionPost {
  code: string;
  role: Role;
  roleLabel: string;
  department: { code: string; name: string } | null;
}

/** What a post lets a person do. */
export type Role = 'CLERK' | 'DIRECTOR' | 'LIAISON' | 'HEAD' | 'LEADER' | 'SYSADMIN' | 'SECADMIN' | 'AUDITOR';

/** Who is signed in, as which post, and what day it is. */
export interface Session {
  account: { id: string; username: string; name: string };
  post: SessionPost | null;
  posts: SessionPost[];
  mustChangePassword: boolean;
  /** The office's today, YYYY-MM-DD; the browser's clock is not asked. */
  today: string;
  /** The day the demonstration is held at; null with real data. */
  officeDay: string | null;
  idleMinutes: number;
  expiresAt: number;
  notices: string[];
}

/** How this installation lets people in. */
export interface SessionOptions {
  oidc: boolean;
  oidcLabel: string | null;
  bootstrapOpen: boolean;
  tls: 'ON' | 'OFF';
  codeRequired: boolean;
}

interface Json<Body> {
  content: { 'application/json': Body };
}
interface Answer<Body> {
  parameters: { query?: never; header?: Record<string, string>; path?: never; cookie?: never };
  responses: { 200: { headers: Record<string, unknown> } & Json<Body> };
}
interface Asked<Sent, Body> extends Answer<Body> {
  requestBody: Json<Sent>;
}

/** The addresses of signing in. */
export interface SessionPaths {
  '/api/v1/session': {
    get: Answer<Session>;
    post: Asked<{ username: string; password: string; code?: string }, Session>;
    delete: Answer<unknown>;
  };
  '/api/v1/session/options': { get: Answer<SessionOptions> };
  '/api/v1/session/post': { post: Asked<{ post: string }, Session> };
  '/api/v1/session/password': { put: Asked<{ current: string; next: string }, Session> };
}
