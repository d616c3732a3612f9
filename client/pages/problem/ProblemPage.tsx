// What a problem type means: the address every failed request carries as its `type`.
import { type ProblemType, problemTypes } from '../../../shared/api/problems.ts';
import { useI18n } from '../../i18n/i18n.ts';
import type { PageProps } from '../../page-props.ts';
import { PageHead } from '../../ui/Layout.tsx';
import './problem.css';

export function ProblemPage({ params }: PageProps) {
  const { t } = useI18n();
  const type = params.type ?? '';
  return (
    <div class="wrap page">
      {isProblemType(type) ? <Explained type={type} /> : <Unknown />}
      <section class="panel mt6">
        <h2>{t.problems.all}</h2>
        <ul class="problem-list mt2">
          {(Object.keys(problemTypes) as ProblemType[]).map((other) => (
            <li key={other}>
              <a href={`#/problems/${other}`} aria-current={other === type ? 'true' : undefined}>
                {t.problems.types[other].title}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function isProblemType(type: string): type is ProblemType {
  return Object.hasOwn(problemTypes, type);
}

function Explained({ type }: { readonly type: ProblemType }) {
  const { t } = useI18n();
  const words = t.problems.types[type];
  return (
    <>
      <PageHead
        title={words.title}
        text={`${type} · ${t.problems.status(String(problemTypes[type].status))}`}
      />
      <section class="panel explained">
        <h2>{t.problems.whatItMeans}</h2>
        <p>{words.meaning}</p>
        <h2 class="mt4">{t.problems.whatToDo}</h2>
        <p>{words.toDo}</p>
      </section>
    </>
  );
}

function Unknown() {
  const { t } = useI18n();
  return <PageHead title={t.problems.unknown} text={t.problems.unknownWhy} />;
}
