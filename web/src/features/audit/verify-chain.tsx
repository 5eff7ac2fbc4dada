import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, take } from '../../api/client.js';
import { useDeed } from '../../api/use-deed.js';
import { FormFault } from '../../components/form-fault.js';
import { LinesField } from '../../components/lines-field.js';

/** What an anchor file holds, or null when the text is none. */
function anchorIn(text: string): { seq: number; hash: string } | null {
  try {
    const { seq, hash } = JSON.parse(text) as { seq?: unknown; hash?: unknown };
    return typeof seq === 'number' && typeof hash === 'string' ? { seq, hash } : null;
  } catch {
    return null;
  }
}

/** Checks that nothing in the trail was changed, and, with an anchor kept elsewhere, that its end was not cut off. */
export function VerifyChain(): ReactNode {
  const { t } = useTranslation('audit');
  const [text, setText] = useState('');
  const anchor = anchorIn(text);
  const isWrong = text.trim() !== '' && anchor === null;
  const verify = useDeed(() =>
    take(api.POST('/api/v1/audit-events/verify', { body: anchor === null ? {} : { anchor } })),
  );
  const keep = useDeed(() => take(api.GET('/api/v1/audit-events/anchor')), {
    onDone: ({ seq, hash }) => setText(JSON.stringify({ seq, hash })),
  });
  const verdict = verify.data;
  return (
    <section className="panel no-print">
      <h2>{t('verify.title')}</h2>
      <p className="audit-quiet">{t('verify.lead')}</p>
      <LinesField
        label={t('verify.anchor')}
        fault={isWrong ? t('verify.wrong') : null}
        rows={2}
        value={text}
        onText={setText}
      />
      <div className="audit-filter">
        <Button
          type="primary"
          disabled={isWrong}
          loading={verify.isPending}
          onClick={() => verify.mutate(undefined)}
        >
          {t('verify.label')}
        </Button>
        <Button loading={keep.isPending} onClick={() => keep.mutate(undefined)}>
          {t('verify.keep')}
        </Button>
      </div>
      <FormFault error={verify.error ?? keep.error} />
      {verdict && (
        <output className={verdict.ok ? 'audit-ok' : 'audit-broken'}>
          {verdict.ok
            ? t('verify.ok', { events: verdict.events, seconds: verdict.seconds })
            : t('verify.broken', { faults: verdict.faults.join('；') })}
        </output>
      )}
    </section>
  );
}
