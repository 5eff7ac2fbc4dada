import { Progress } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** How far a long piece of work is, as the service sends it. */
export interface ProgressStanding {
  state: 'RUNNING' | 'DONE' | 'FAILED';
  done: number;
  /** 0 where it is not known how much there is. */
  total: number;
  text: string;
  code: string | null;
}

const EVENTS = ['progress', 'done', 'failed'] as const;

/**
 * Follows long work: choose an id with `newKey()`, render this, and send the request with `followedAs(id)`. It shows only;
 * whether the work succeeded is what the request itself answers.
 */
export function ProgressStream({
  id,
  onEnd,
}: {
  id: string;
  onEnd?: (standing: ProgressStanding) => void;
}): ReactNode {
  const { t } = useTranslation('components');
  const [standing, setStanding] = useState<ProgressStanding>();
  const end = useRef(onEnd);
  useEffect(() => {
    end.current = onEnd;
  });
  useEffect(() => {
    const source = new EventSource(`/api/v1/progress/${id}`);
    const hear = (event: MessageEvent<string>): void => {
      const heard = JSON.parse(event.data) as ProgressStanding;
      setStanding(heard);
      if (heard.state === 'RUNNING') return;
      source.close();
      end.current?.(heard);
    };
    for (const event of EVENTS) source.addEventListener(event, hear);
    return () => source.close();
  }, [id]);
  const { done = 0, total = 0, state = 'RUNNING', text = '' } = standing ?? {};
  const percent = total > 0 ? Math.floor((done / total) * 100) : 0;
  return (
    <div className="progress-stream" aria-live="polite">
      <Progress
        aria-label={t('progress.name')}
        percent={state === 'DONE' ? 100 : percent}
        status={state === 'FAILED' ? 'exception' : state === 'DONE' ? 'success' : 'active'}
      />
      <div>{total > 0 ? t('progress.step', { text, done, total }) : text || t('progress.waiting')}</div>
    </div>
  );
}
