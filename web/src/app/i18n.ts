import i18next, { type BackendModule, type ResourceLanguage } from 'i18next';
import { initReactI18next } from 'react-i18next';
import components from '../components/texts/zh-CN.json';
import app from './texts/zh-CN.json';

/** Chinese is what the office works in; English is the second file, for those who look over its shoulder. */
export type Language = 'zh-CN' | 'en';

const REMEMBERED = 'diaodu.language';
const files = import.meta.glob<ResourceLanguage>(
  [
    '../features/*/texts/*.json',
    '../components/*/texts/*.json',
    './texts/en.json',
    '../components/texts/en.json',
  ],
  {
    import: 'default',
  },
);

function fileOf(language: string, namespace: string): string {
  if (namespace === 'app') return `./texts/${language}.json`;
  if (namespace === 'components') return `../components/texts/${language}.json`;
  // A larger part keeps its texts to itself, so that they come with it and not with the first page.
  const ofPart = `../components/${namespace}/texts/${language}.json`;
  return ofPart in files ? ofPart : `../features/${namespace}/texts/${language}.json`;
}

/** Each feature's texts are a file of their own that comes with its pages. */
const textFiles: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, tell) {
    const load = files[fileOf(language, namespace)];
    if (!load) return tell(new Error(`no texts ${language}/${namespace}`), false);
    load().then(
      (texts) => tell(null, texts),
      (error: unknown) => tell(error as Error, false),
    );
  },
};

/** The language chosen last on this computer. */
export function rememberedLanguage(): Language {
  return localStorage.getItem(REMEMBERED) === 'en' ? 'en' : 'zh-CN';
}

/** Starts the texts; the shell's own Chinese is in the first script, so nothing is waited for. */
export async function startTexts(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    document.documentElement.lang = language;
  });
  await i18next
    .use(textFiles)
    .use(initReactI18next)
    .init({
      lng: rememberedLanguage(),
      fallbackLng: 'zh-CN',
      ns: ['app', 'components'],
      defaultNS: 'app',
      resources: { 'zh-CN': { app, components } },
      partialBundledLanguages: true,
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
}

/** Changes the language of the page and remembers it. */
export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(REMEMBERED, language);
  await i18next.changeLanguage(language);
}
