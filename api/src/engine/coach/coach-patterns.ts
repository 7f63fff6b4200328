/** What the coach looks for, in both languages. Chinese first, then English; English patterns stand on word borders. */
const either = (zh: string, en: string): RegExp => new RegExp(en === '' ? zh : `${zh}|\\b(?:${en})`, 'giu');

/** Says that the thing itself is not so. */
export const DENIAL = either(
  '不实|谣言|不存在|子虚乌有|与事实不符|并非事实|断章取义|纯属(?:虚构|捏造|误传)|从未(?:发生|出现)|没有(?:发生|出现过?)|予以否认|我们否认',
  'untrue\\b|not true\\b|false (?:claims?|rumou?rs?|reports?)\\b|no such\\b|did not happen\\b|never happened\\b|baseless\\b|fabricated\\b|we deny\\b|misinformation\\b|there was no (?:leak|breach)\\b',
);

/** Points at something that others can look at. */
export const EVIDENCE = either(
  '检测报告|检验报告|鉴定|公证|截图|监控|日志|原始记录|证据|原文|编号|https?://',
  'test reports?\\b|reports? (?:of|by|from)\\b|evidence\\b|footage\\b|logs? (?:show|of)\\b|records? (?:show|of)\\b|screenshots?\\b|certificates?\\b|see https?://|https?://',
);

export const AFFECTED = either(
  '受影响|影响到?(?:了)?(?:约|近|部分|全部|所有)?|涉及|波及|受害',
  'affect(?:s|ed|ing)?\\b|customers? (?:who|whose|in)\\b|users? (?:who|whose|in)\\b|impacted\\b',
);

export const HAPPENED = either(
  '发生|出现|导致|被.{0,4}(?:访问|查看|泄露|下架|处罚|发现)|失误|所致|原因|起因|故障|收到',
  'happened\\b|occurred\\b|caused?\\b|went down\\b|was (?:accessed|exposed|leaked|found|fined)\\b|were (?:accessed|exposed|leaked|affected)\\b|at \\d{1,2}[:.]\\d{2}\\b|outage\\b|received\\b',
);

export const ACTION = either(
  '已(?:经)?(?:关闭|修复|停止|启动|报告|通知|成立|下架|联系|采取|恢复|冻结|更换)|正在|将(?:为|对|向|于)|立即|着手|措施',
  "we (?:have|are|will)\\b|we've\\b|we're\\b|our team (?:has|is)\\b|steps?\\b|measures?\\b",
);

export const UPDATE = either(
  '再次通报|通报|公布|更新|再次发布|后续|告知(?:大家|各位|您)|进展|下一次说明|继续说明',
  'updates?\\b|report back\\b|tell you more\\b|next statement\\b|share more\\b|publish (?:more|our|the)\\b|more information\\b|findings\\b',
);

/** A time that one can hold somebody to. "As soon as possible" is none. */
export const TIME = either(
  '\\d{1,2}\\s*[:：]\\s*\\d{2}|[\\d一二三四五六七八九十两半]+\\s*(?:点|个?小时|分钟|日|号|天)(?!前)|今晚|今天(?:中午|下午|内)|明天|明早|明晚|中午|午夜|零时',
  "\\d{1,2}(?:[:.]\\d{2})?\\s*(?:a\\.?m\\.?|p\\.?m\\.?|o'clock|hours?|minutes?|days?)|\\d{1,2}:\\d{2}|tonight\\b|tomorrow\\b|noon\\b|midnight\\b|(?:one|two|three|four|six|twelve|24|48) hours?\\b",
);

export const APOLOGY = either('抱歉|歉意|道歉|致歉|对不起', 'sorry\\b|apolog(?:y|ies|ise|ize)\\w*|regret\\b');

export const CONTACT = either(
  '热线|客服|电话|邮箱|联系(?:我们|方式)|专线|私信|入口|拨打|专页|登记',
  'hotline\\b|contact us\\b|call us\\b|e-?mail\\b|reach us\\b|phone\\b|help page\\b|write to us\\b|support (?:team|line)\\b',
);

export const CARE = either(
  '抱歉|歉意|道歉|致歉|对不起|感谢|谢谢|理解(?:大家|您|各位)|体谅|担心|担忧|不便|关心|牵挂',
  'sorry\\b|apolog\\w+|regret\\b|thank\\w*|understand\\b|worr(?:y|ied|ying)\\b|concerns?\\b|inconvenience\\b|upset\\b',
);

export const BLAMES_USERS = either(
  '操作不当|使用不当|用户(?:自身|个人)?(?:的)?(?:原因|疏忽|失误|问题)|(?:用户|顾客|消费者|您)自己(?:没有?|设置|操作|填|点|选|弄|搞)|自身原因|个人原因|弱密码|自行承担|未按(?:照)?(?:要求|说明)',
  'user errors?\\b|your own (?:fault|passwords?|mistake)|users? (?:failed|should have|did not follow)\\b|customers? (?:failed|should have)\\b|weak passwords\\b|misuse\\b|careless\\b',
);

export const LEGAL_THREAT = either(
  '追究.{0,8}责任|律师函|法律手段|保留.{0,10}权利|依法维权|诉诸法律',
  'legal action\\b|our lawyers?\\b|we will sue\\b|prosecut\\w+|reserves? (?:the|all) rights?\\b',
);

export const PLAYS_DOWN = either(
  '只是|仅仅|仅有|个别|极?少数|小问题|小故障|小插曲|不必(?:过度)?(?:恐慌|担心)|无需(?:恐慌|担心)|夸大|小题大做|正常现象',
  'just an?\\b|only (?:a few|a small|a handful|some)\\b|merely\\b|minor\\b|isolated\\b|blown out of proportion\\b|no need to (?:panic|worry)\\b|nothing to worry\\b|overreact\\w*',
);

export const ABSOLUTE = either(
  '绝对|绝不会?|百分之百|100\\s*%|百分百|保证(?:不会|绝|永|所有|完全)|永远|永不|彻底杜绝|万无一失|零风险|完全没有|任何人都不会',
  '100\\s*%|guarantee\\w*|absolutely\\b|completely (?:safe|secure)\\b|never again\\b|will never\\b|no risk\\b|zero risk\\b|nobody will\\b|foolproof\\b',
);

export const SPECULATION = either(
  '可能是|疑似|应该是|估计是?|据推测|推测|大概|或许|也许|猜测|想必',
  '(?:it was )?probably\\b|might have\\b|may have been\\b|we (?:believe|think|suspect|guess|assume)\\b|presumably\\b|perhaps\\b|most likely\\b',
);

export const JARGON = either(
  'SQL\\s*注入|越权|鉴权|中间件|灰度|回滚|熔断|限流|主从|节点|缓存穿透|链路|脱敏|赋能|闭环|抓手|颗粒度|拉齐|触达|底层逻辑|降级',
  'APIs?\\b|SQL injection\\b|middleware\\b|roll(?:ed )?back\\b|failover\\b|load balancers?\\b|CDN\\b|cache\\w*|endpoints?\\b|backend\\b|latency\\b|SLA\\b|RCA\\b|leverag\\w+|synerg\\w+|stakeholders?\\b|threat actors?\\b|remediat\\w+',
);

export const SHOUTING = /[!！]+|\b\p{Lu}{4,}(?:\s+\p{Lu}{3,})+/gu;

/** Right before a match this turns it into its opposite: "并非用户操作不当". */
export const TURNED =
  /(?:不是|并非|而非|不会因|不再|绝非|无关|not|isn't|rather than|no)\s*(?:因为?|由于|是|用户|because of|due to|an?|the)?\s*$/iu;
