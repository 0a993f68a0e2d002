import { type FormEvent, type ReactElement, useState } from 'react';
import type { GazetteerPlace } from '../../contract/events.ts';
import { formatNumber } from '../ui/index.ts';
import { call, language, problemOf, useMessages } from '../workspace/index.ts';
import { shownMap } from './state.ts';

const FEW = 8;

function details(place: GazetteerPlace): string {
  const people = place.population > 0 ? formatNumber(place.population, language()) : '';
  return [place.admin1, place.country, people].filter((part) => part !== '').join(' · ');
}

/** "Go to place": one place is shown at once, several of the name are a list to choose from. */
export function GoToPlace(): ReactElement {
  const t = useMessages();
  const [text, setText] = useState('');
  const [places, setPlaces] = useState<readonly GazetteerPlace[] | null>(null);
  const [problem, setProblem] = useState('');
  const go = (place: GazetteerPlace): void => {
    setPlaces(null);
    setText(place.name);
    shownMap()?.goTo(place.latitude, place.longitude, place.kind === 'city' ? 10 : 12);
  };
  const search = (event: FormEvent): void => {
    event.preventDefault();
    setProblem('');
    if (text.trim() === '') return;
    call('gazetteer.search', { text, limit: FEW }).then(
      ({ places: found }) => {
        const [only] = found;
        if (found.length === 1 && only !== undefined) go(only);
        else setPlaces(found);
      },
      (caught: unknown) => setProblem(problemOf(caught).message),
    );
  };
  return (
    <form
      className="map-goto"
      onSubmit={search}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setPlaces(null);
      }}
    >
      <input
        type="search"
        value={text}
        placeholder={t('map:goto.placeholder')}
        aria-label={t('map:goto.label')}
        onChange={(event) => setText(event.target.value)}
      />
      {problem !== '' && <div className="map-choices error">{problem}</div>}
      {places !== null && (
        <div className="map-choices">
          {places.length === 0 && <p className="muted">{t('map:goto.none')}</p>}
          {places.map((place) => (
            <button
              key={`${place.name}${place.latitude}${place.longitude}`}
              type="button"
              onClick={() => go(place)}
            >
              <span>{place.name}</span>
              <span className="muted">{details(place)}</span>
            </button>
          ))}
        </div>
      )}
    </form>
  );
}
