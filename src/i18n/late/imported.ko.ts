import type { Widen } from '../widen.ts';
import type { importedEn } from './imported.en.ts';

export const importedKo: Widen<typeof importedEn> = {
  title: '그림을 이렇게 옮겼습니다',
  formats: { mermaid: 'Mermaid 순서도', compose: 'Compose 파일', drawio: 'draw.io 파일' },
  summary: (parts, wires, format) => `${format}에서 구성 요소 ${parts}개와 연결 ${wires}개를 가져왔습니다.`,
  nothing: (format) => `${format}처럼 보이지만 알아들은 것이 없습니다.`,
  assumed: '크기와 시간, 용량은 그림이 아니라 여기의 기본값입니다. 숫자를 믿기 전에 살펴보세요.',
  guessed: '알아보지 못해 서비스로 그린 것',
  guessedHelp: '서비스가 아니면 지우고, 맞는 구성 요소를 놓아 연결하세요.',
  parts: '알아본 것',
  label: '그림에서',
  kind: '여기서',
  by: { software: '소프트웨어 이름으로', word: '이름으로', shape: '모양으로', guess: '' },
  turned: '방향을 바꾼 연결',
  turnedHelp: '여기서 화살표는 누가 누구에게 요청하는지를 뜻합니다. 이 화살표들은 데이터가 가는 쪽을 가리키고 있었습니다.',
  noWire: '빠진 연결',
  arrow: (from, to) => `${from} → ${to}`,
  why: {
    missing: '한쪽 끝이 없습니다',
    self: '자기 자신을 호출할 수 없습니다',
    exists: '이미 있습니다',
    role: '이런 구성 요소는 저런 구성 요소를 호출할 수 없습니다',
    loop: '요청이 끝없이 돌게 됩니다',
  },
  notRead: '알아듣지 못한 것',
  line: (line, text) => (line > 0 ? `${line}번째 줄: ${text}` : text),
  usersAdded: '그림에 사용자가 없어서 맨 앞에 더했습니다.',
  tooMany: (parts, most) => `구성 요소 ${parts}개 가운데 앞의 ${most}개만 가져왔습니다.`,
  done: '계속하기',
};
