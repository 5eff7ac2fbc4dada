import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../lib/copy-text.js';
import './copy-text.css';

/** A button that copies text, e.g. for a WeChat group; where the browser forbids it, the text is shown to copy by hand. */
export function CopyText({ text, label }: { text: string; label?: string }): ReactNode {
  const { t } = useTranslation('components');
  const [outcome, setOutcome] = useState<'copied' | 'byHand' | null>(null);
  return (
    <span className="copy-text">
      <Button
        onClick={() => void copyText(text).then((isCopied) => setOutcome(isCopied ? 'copied' : 'byHand'))}
      >
        {label ?? t('copy.label')}
      </Button>
      <output className="copy-text-said">{outcome && t(`copy.${outcome}`)}</output>
      {outcome === 'byHand' && (
        <textarea
          readOnly
          value={text}
          rows={6}
          aria-label={t('copy.text')}
          onFocus={(event) => event.target.select()}
        />
      )}
    </span>
  );
}
