// What explains the heat map: the heads of its columns, the names of the strategies, and what the colours mean.

import { strategies, strategyNames } from '../../../../shared/survey/strategies.ts';
import { grammar } from '../../../i18n/grammar.ts';
import { useI18n } from '../../../i18n/i18n.ts';
import { headParts } from '../../../i18n/names.ts';
import { StrategyKey } from '../../../ui/StrategyKey.tsx';

/** Where the heads have room for numbers only. */
export function StrategyLine() {
  return (
    <p class="key-line">
      {strategies.map((strategy) => (
        <StrategyKey key={strategy} strategy={strategy} />
      ))}
    </p>
  );
}

export function PlaceHeads() {
  const { t, lang } = useI18n();
  return (
    <>
      <colgroup>
        <col class="l" />
        <col class="n" />
        <col span={strategies.length} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span class="vh">{t.dashboard.columns.place}</span>
          </th>
          <th scope="col" class="n">
            {t.dashboard.n}
          </th>
          {strategies.map((strategy) => {
            const { no } = strategyNames[strategy];
            return (
              <th key={strategy} scope="col">
                <span class="hd">
                  <i class={`key k${no}`} aria-hidden="true" />
                  {no}
                </span>
                <span class="lbl">
                  {headParts(strategy, lang).map((part) => (
                    <span key={part} class={grammar[lang].hyphenates ? '' : 'ph'}>
                      {part}
                    </span>
                  ))}
                </span>
              </th>
            );
          })}
        </tr>
      </thead>
    </>
  );
}

/** From far below to far above what is expected. */
export function LevelKey() {
  const { t } = useI18n();
  const words = t.dashboard;
  return (
    <p class="scale">
      <span class="what">{words.compared}</span>
      {words.levels.map((word, index) => (
        <span key={word} class={`d${index + 1}`}>
          {index === 0 ? '▼ ' : index === 4 ? '▲ ' : ''}
          {word}
        </span>
      ))}
      <span class="unjudged">{words.tooFew}</span>
    </p>
  );
}
