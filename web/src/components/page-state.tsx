import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NOT_REACHED, Problem } from '../api/problem.js';
import './page-state.css';

/** Why there is nothing to see. */
interface PageStateProps {
  kind: 'empty' | 'loading' | 'error' | 'no-permission';
  /** The sentence; what the kind says by itself where it is left out. */
  title?: string;
  /** What was thrown; a `Problem` is told with its own sentence and its code. */
  error?: unknown;
  /** Tries again. */
  onRetry?: () => void;
  action?: ReactNode;
}

const SIGNS = { empty: '○', loading: '', error: '!', 'no-permission': '–' } as const;

/** Empty, loading, failed and not permitted, the same way on every page and in every panel. */
export function PageState({ kind, title, error, onRetry, action }: PageStateProps): ReactNode {
  const { t } = useTranslation('components');
  const shown = error instanceof Problem && error.status === 403 ? 'no-permission' : kind;
  const code = error instanceof Problem ? error.code : null;
  return (
    <div
      className={`page-state page-state-${shown}`}
      role={shown === 'error' ? 'alert' : 'status'}
      aria-busy={shown === 'loading'}
    >
      <span className="page-state-sign" aria-hidden="true">
        {SIGNS[shown]}
      </span>
      <p>{title ?? sentenceOf(error, t) ?? t(`state.${shown}`)}</p>
      {code && <p className="page-state-code">{t('state.code', { code })}</p>}
      {onRetry && <Button onClick={onRetry}>{t('state.retry')}</Button>}
      {action}
    </div>
  );
}

/** The sentence of an error for the person: the service's own words where there are some. */
export function sentenceOf(
  error: unknown,
  t: (key: string, values?: Record<string, unknown>) => string,
): string | null {
  if (!(error instanceof Problem)) return error === undefined || error === null ? null : t('state.error');
  if (error.code === NOT_REACHED) return t('state.notReached');
  return error.title || t('state.answer', { status: error.status });
}
