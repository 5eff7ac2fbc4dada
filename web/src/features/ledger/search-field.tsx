import { Input } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { enterList } from './row-keys.js';

const WAIT_MS = 250;

/** Asks a moment after the last letter; the address is not changed by every one. */
export function SearchField({
  value,
  onChange,
}: {
  value: string;
  onChange: (text: string) => void;
}): ReactNode {
  const { t } = useTranslation('ledger');
  const [text, setText] = useState(value);
  const sent = useRef(value);
  useEffect(() => {
    if (value !== sent.current) setText(value);
    sent.current = value;
  }, [value]);
  useEffect(() => {
    if (text.trim() === sent.current) return undefined;
    const timer = setTimeout(() => {
      sent.current = text.trim();
      onChange(text.trim());
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [text, onChange]);
  return (
    <Input
      data-search
      type="search"
      allowClear
      className="filter-search"
      aria-label={t('filter.search')}
      placeholder={t('filter.searchHint')}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={enterList}
    />
  );
}
