import type { ReactNode } from 'react';
import { Light, type LightValue } from '../../components/light.js';

/** A light out of an answer; before issue there is none, only its word. */
export function ExplainedLight({
  light,
  label,
  why,
}: {
  light: string | null;
  label: string;
  why: string;
}): ReactNode {
  if (light === null) return <span className="task-no-light">{label}</span>;
  return <Light value={light as LightValue} why={why} />;
}
