import { ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale/index.js';
import zhCN from 'antd/es/locale/zh_CN.js';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cspNonce } from './csp-nonce.js';
import { THEME } from './theme.js';

const csp = { nonce: cspNonce() };

/** Colours, language of the ready-made parts, and the nonce their styles need. */
export function AppearanceProvider({ children }: { children: ReactNode }): ReactNode {
  const { i18n } = useTranslation('app');
  const [english, setEnglish] = useState<Locale>();
  const isEnglish = i18n.language === 'en';
  useEffect(() => {
    if (isEnglish) void import('antd/es/locale/en_US.js').then((file) => setEnglish(file.default));
  }, [isEnglish]);
  return (
    <ConfigProvider
      theme={THEME}
      csp={csp}
      locale={isEnglish && english ? english : zhCN}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  );
}
