/**
 * The first thing in an embedded frame: a picture of the design and a button. Nothing is fetched or run until somebody presses it, or the
 * page around asks for it. The link is unpacked here, in the frame, which has nothing that a link could reach.
 */

import '../ui/tokens.css';
import './poster.css';
import { designSvg } from '../canvas/picture/designSvg.ts';
import { pictureColours } from '../canvas/picture/pictureColours.ts';
import { decodeLink } from '../design/codec.ts';
import type { Design } from '../design/design.ts';
import { knobField, parseEmbedOptions, splitEmbed } from '../design/embedLink.ts';
import { embedEn } from '../i18n/late/embed.en.ts';
import { embedKo } from '../i18n/late/embed.ko.ts';
import { addPart } from '../runner/ownWorker.ts';
import type { Handed } from './handOver.ts';
import { createGate, type EmbedHost, type EmbedState } from './messages.ts';

/** Names of the scripts that play, as they were built. */
declare const embedParts: Readonly<Record<'en' | 'ko', readonly string[]>>;

const root = document.getElementById('embed');
if (root) void begin(root);

async function begin(root: HTMLElement): Promise<void> {
  const { link, query } = splitEmbed(location.hash);
  const decoded = await decodeLink(link);
  const ofReader = navigator.language.startsWith('ko') ? 'ko' : 'en';
  if (!decoded.ok) {
    document.documentElement.lang = ofReader;
    root.append(saying(ofReader === 'ko' ? embedKo.none : embedEn.none));
    return;
  }
  const { design, moment } = decoded;
  const given = parseEmbedOptions(query, design);
  const options = given.at === 0 && moment ? { ...given, at: moment.at } : given;
  const lang = options.lang ?? ofReader;
  const words = lang === 'ko' ? embedKo : embedEn;
  document.documentElement.lang = lang;
  const dark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = options.theme === 'auto' ? (dark ? 'dark' : 'light') : options.theme;
  const address = `${new URL('./', location.href.replace(/#.*$/s, '')).href}#${link}`;
  document.title = design.title || words.untitled;

  let host: EmbedHost | null = null;
  let isComing = false;
  const waiting: ((host: EmbedHost) => void)[] = [];
  const withPlayer = (act: (host: EmbedHost) => void): void => {
    if (host) {
      act(host);
      return;
    }
    waiting.push(act);
    void comeAlive();
  };
  const poster: EmbedHost = {
    state: () => posterState(design, options.knobs, isComing),
    play: () => withPlayer((player) => player.play()),
    pause: () => undefined,
    seek: (seconds) => withPlayer((player) => player.seek(seconds)),
    set: (knob, value) => {
      const isThere = knob < options.knobs.length;
      if (isThere) withPlayer((player) => player.set(knob, value));
      return isThere;
    },
  };
  const gate = createGate(() => host ?? poster);
  addEventListener('message', ({ data, source }) => gate.hear(data, source as Window | null));

  const stage = drawPoster(root, design, { ...words, title: design.title || words.untitled }, address, lang, () => poster.play());

  async function comeAlive(): Promise<void> {
    if (isComing) return;
    isComing = true;
    stage.wait();
    const handed: Handed = {
      design,
      options,
      words,
      lang,
      address,
      root: stage.player,
      onAlive(player) {
        host = player;
        stage.done();
        for (const act of waiting.splice(0)) act(player);
      },
      onChange: gate.tell,
    };
    globalThis.faultlineEmbed = handed;
    try {
      for (const part of embedParts[lang]) await addPart(`./assets/${part}`);
    } catch {
      isComing = false;
      waiting.length = 0;
      stage.fail();
    }
  }
}

function posterState(design: Design, knobs: ReturnType<typeof parseEmbedOptions>['knobs'], isComing: boolean): EmbedState {
  return {
    status: isComing ? 'loading' : 'poster',
    time: 0,
    seconds: design.seconds,
    offered: null,
    p99: null,
    failed: null,
    knobs: knobs.map((knob) => {
      const { min = 0, max = 0 } = knobField(design, knob) ?? {};
      const of = knob.part === null ? design.workload.params : design.nodes.find(({ id }) => id === knob.part)?.params;
      return { label: knob.label, value: Number(of?.[knob.field]), min, max };
    }),
  };
}

type PosterWords = typeof embedEn & { title: string };

function drawPoster(root: HTMLElement, design: Design, words: PosterWords, address: string, lang: string, onPlay: () => void) {
  const { svg } = designSvg({
    design,
    colours: pictureColours(),
    lineOf: () => '',
    regionOf: ({ region }) => region,
    title: words.title,
  });
  const picture = make('img', 'picture');
  picture.alt = words.picture(words.title);
  picture.src = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  const button = make('button', 'play');
  button.type = 'button';
  button.lang = lang;
  button.textContent = `▶ ${words.play}`;
  button.addEventListener('click', onPlay);
  const foot = make('p', 'foot');
  const name = make('strong', 'title');
  name.textContent = words.title;
  const open = make('a', 'open');
  open.href = address;
  open.target = '_blank';
  open.rel = 'noopener';
  open.textContent = words.open;
  const said = make('span', 'said');
  said.setAttribute('role', 'status');
  foot.append(name, said, open);
  const player = make('div', 'player');
  root.append(picture, button, foot);
  return {
    player,
    wait() {
      button.disabled = true;
      said.textContent = words.loading;
      // Where it can be measured: it draws itself into what has a size.
      root.append(player);
    },
    done() {
      picture.remove();
      foot.remove();
      button.remove();
    },
    fail() {
      player.remove();
      button.disabled = false;
      said.textContent = words.failed;
    },
  };
}

function make<K extends keyof HTMLElementTagNameMap>(tag: K, className: string): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = `embed-${className}`;
  return element;
}

function saying(words: string): HTMLElement {
  const element = make('p', 'none');
  element.textContent = words;
  return element;
}
