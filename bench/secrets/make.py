#!/usr/bin/env python3
"""Makes a labelled set: make.py FOLDER [SEED]. FOLDER/true and FOLDER/decoy hold files, one case each;
labels.tsv tells file, kind and whether it is a secret. Everything is made up; checksums are right."""
import base64, json, os, random, string, sys, uuid, zlib

out, seed = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 20261122
R = random.Random(seed)
LOW, UP, DIG = string.ascii_lowercase, string.ascii_uppercase, string.digits
HEX, AN = "0123456789abcdef", LOW + UP + DIG
some = lambda a, n: "".join(R.choice(a) for _ in range(n))
hexa, an = lambda n: some(HEX, n), lambda n: some(AN, n)
uid = lambda: str(uuid.UUID(int=R.getrandbits(128), version=4))
b64 = lambda n: base64.b64encode(R.randbytes(n)).decode()
url64 = lambda b: base64.urlsafe_b64encode(b).decode().rstrip("=")


def crc62(body):
    n, s = zlib.crc32(body.encode()), ""
    for _ in range(6):
        n, r = divmod(n, 62)
        s = (DIG + UP + LOW)[r] + s
    return body + s


def jwt():
    head = url64(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
    body = url64(json.dumps({"sub": "u" + hexa(8), "iat": R.randrange(1.6e9, 1.8e9) if False else 1700000000 + R.randrange(10**7)}).encode())
    return head + "." + body + "." + url64(R.randbytes(32))


def der_key():
    raw = bytes.fromhex("302e020100300506032b657004220420") + R.randbytes(32)
    text = base64.b64encode(raw).decode()
    return "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----"


def rsa_key():
    raw = b"\x30\x82\x04\xa4\x02\x01\x00\x02\x82\x01\x01\x00" + R.randbytes(1180)
    text = base64.encodebytes(raw).decode().replace("\n", "")
    return "-----BEGIN RSA PRIVATE KEY-----\n" + "\n".join(text[i:i + 64] for i in range(0, len(text), 64)) + "\n-----END RSA PRIVATE KEY-----"


def password():
    while True:
        p = some(AN + "!@#%^*_-+=", R.randrange(12, 20))
        if p[0] in AN and any(c in DIG for c in p) and any(c in UP for c in p) and any(c in LOW for c in p):
            return p


plain = lambda: an(R.randrange(14, 22))
grafana = lambda: (lambda s: "glsa_" + s + "_%08x" % zlib.crc32(("glsa_" + s).encode()))(an(32))
pypi = lambda: "pypi-" + url64(b"\x02\x01\x08pypi.org\x02\x24" + uid().encode() + b"\x00" + R.randbytes(70))

TOKENS = {
    "aws": lambda: ("AWS_ACCESS_KEY_ID", "AKIA" + some(UP + "234567", 16)),
    "aws-secret": lambda: ("aws_secret_access_key", b64(30)),
    "alibaba": lambda: ("ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI5t" + an(18)),
    "alibaba-secret": lambda: ("ALIBABA_CLOUD_ACCESS_KEY_SECRET", an(30)),
    "tencent": lambda: ("TENCENTCLOUD_SECRET_ID", "AKID" + an(32)),
    "volcengine": lambda: ("VOLC_ACCESSKEY", "AKLT" + an(43)),
    "google": lambda: ("GOOGLE_API_KEY", "AIza" + some(AN + "_-", 35)),
    "azure-secret": lambda: ("AZURE_CLIENT_SECRET", an(3) + "8Q~" + some(AN + "_", 34)),
    "digitalocean": lambda: ("DO_TOKEN", "dop_v1_" + hexa(64)),
    "github": lambda: ("GITHUB_TOKEN", "ghp_" + crc62(an(30))),
    "github-app": lambda: ("GH_APP_TOKEN", "ghs_" + crc62(an(30))),
    "github-fine": lambda: ("GH_TOKEN", "github_pat_" + an(22) + "_" + an(59)),
    "gitlab": lambda: ("GITLAB_TOKEN", "glpat-" + some(AN + "_-", 20)),
    "npm": lambda: ("NPM_TOKEN", "npm_" + crc62(an(30))),
    "pypi": lambda: ("TWINE_PASSWORD", pypi()),
    "rubygems": lambda: ("GEM_HOST_API_KEY", "rubygems_" + hexa(48)),
    "docker-pat": lambda: ("DOCKER_TOKEN", "dckr_pat_" + some(AN + "_-", 27)),
    "slack": lambda: ("SLACK_BOT_TOKEN", f"xoxb-{some(DIG, 12)}-{some(DIG, 13)}-{an(24)}"),
    "stripe": lambda: ("STRIPE_SECRET_KEY", "sk_live_" + an(24)),
    "sendgrid": lambda: ("SENDGRID_API_KEY", "SG." + some(AN + "_-", 22) + "." + some(AN + "_-", 43)),
    "twilio": lambda: ("TWILIO_AUTH_TOKEN", hexa(32)),
    "openai": lambda: ("OPENAI_API_KEY", "sk-" + an(20) + "T3BlbkFJ" + an(20)),
    "openai-project": lambda: ("OPENAI_API_KEY", "sk-proj-" + some(AN + "_-", 74) + "T3BlbkFJ" + some(AN + "_-", 74)),
    "anthropic": lambda: ("ANTHROPIC_API_KEY", "sk-ant-api03-" + some(AN + "_-", 93) + "AA"),
    "deepseek": lambda: ("DEEPSEEK_API_KEY", "sk-" + hexa(32)),
    "huggingface": lambda: ("HF_TOKEN", "hf_" + some(LOW + UP, 34)),
    "grafana": lambda: ("GRAFANA_TOKEN", grafana()),
    "databricks": lambda: ("DATABRICKS_TOKEN", "dapi" + hexa(32)),
    "vault": lambda: ("VAULT_TOKEN", "hvs." + some(AN + "_-", 90)),
    "shopify": lambda: ("SHOPIFY_TOKEN", "shpat_" + hexa(32)),
    "datadog": lambda: ("DD_API_KEY", hexa(32)),
    "heroku": lambda: ("HEROKU_API_KEY", uid()),
    "telegram": lambda: ("TELEGRAM_TOKEN", "7" + some(DIG, 9) + ":AA" + some(AN + "_-", 33)),
    "mailgun": lambda: ("MAILGUN_API_KEY", "key-" + hexa(32)),
    "jwt": lambda: ("AUTH", jwt()),
    "generic-key": lambda: (R.choice(["API_KEY", "INTERNAL_TOKEN", "JWT_SECRET", "ENCRYPTION_KEY"]), an(R.randrange(24, 48))),
    "generic-password": lambda: (R.choice(["DB_PASSWORD", "SMTP_PASSWORD", "ADMIN_PASSWORD"]), password()),
}
FORMS = [
    (".env", lambda k, v: f"PORT=8080\n{k}={v}\nLOG=info\n"),
    (".yaml", lambda k, v: f"service:\n  name: cart\n  {k.lower()}: \"{v}\"\n"),
    (".json", lambda k, v: json.dumps({"name": "cart", k: v}, indent=1)),
    (".py", lambda k, v: f"import os\n\n{k} = '{v}'\n"),
    (".js", lambda k, v: f"const config = {{\n  {k}: \"{v}\",\n}};\n"),
    (".sh", lambda k, v: f"#!/bin/sh\nexport {k}='{v}'\nexec app\n"),
    (".properties", lambda k, v: f"app.name=cart\n{k.lower().replace('_', '.')}={v}\n"),
    (".tf", lambda k, v: f"variable \"x\" {{\n  {k.lower()} = \"{v}\"\n}}\n"),
]
WHOLE = {
    "private-key": lambda: ("deploy.pem", der_key()),
    "rsa-key": lambda: ("id_rsa", rsa_key()),
    "pg-url": lambda: (".env", f"DATABASE_URL=postgres://shop:{plain()}@db.internal:5432/cart\n"),
    "redis-url": lambda: ("config.yaml", f"cache: redis://:{plain()}@cache:6379/0\n"),
    "amqp-url": lambda: ("app.toml", f"broker = \"amqp://shop:{plain()}@mq:5672/\"\n"),
    "mongo-url": lambda: ("server.js", f"connect('mongodb+srv://shop:{plain()}@c0.a1b2.mongodb.net/cart')\n"),
    "jdbc-url": lambda: ("application.properties", f"spring.datasource.url=jdbc:mysql://db:3306/c?user=s&password={plain()}\n"),
    "spring": lambda: ("application.yml", f"spring:\n  datasource:\n    username: shop\n    password: {password()}\n"),
    "netrc": lambda: (".netrc", f"machine api.shop.test login deploy password {plain()}\n"),
    "pgpass": lambda: (".pgpass", f"db.internal:5432:cart:shop:{plain()}\n"),
    "git-credentials": lambda: (".git-credentials", f"https://deploy:{plain()}@git.shop.test\n"),
    "npmrc": lambda: (".npmrc", f"//npm.shop.test/:_authToken={uid()}\n"),
    "docker-config": lambda: ("config.json", json.dumps({"auths": {"r.shop.test": {"auth": base64.b64encode(("deploy:" + plain()).encode()).decode()}}})),
    "k8s-secret": lambda: ("secret.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db\ndata:\n  password: " + base64.b64encode(password().encode()).decode() + "\n"),
    "slack-hook": lambda: ("alert.sh", f"curl https://hooks.slack.com/services/T{some(UP + DIG, 8)}/B{some(UP + DIG, 10)}/{an(24)}\n"),
    "dingtalk-hook": lambda: ("alert.sh", f"curl 'https://oapi.dingtalk.com/robot/send?access_token={hexa(64)}'\n"),
    "feishu-hook": lambda: ("alert.py", f"URL = 'https://open.feishu.cn/open-apis/bot/v2/hook/{uid()}'\n"),
    "azure-storage": lambda: ("app.config", f"DefaultEndpointsProtocol=https;AccountName=shop;AccountKey={b64(64)};EndpointSuffix=core.windows.net\n"),
    "gcp": lambda: ("sa.json", json.dumps({"type": "service_account", "private_key_id": hexa(40), "private_key": rsa_key().replace("RSA ", "")})),
    "history": lambda: (".bash_history", f"ls\nmysql -h db -u shop -p{plain()} cart\n"),
}
sri = lambda n: "sha512-" + b64(n)
DECOYS = [
    lambda: ("package-lock.json", json.dumps({"integrity": sri(64), "resolved": "https://registry.npmjs.org/a/-/a-1.0.0.tgz"})),
    lambda: ("yarn.lock", f"a@^1.0.0:\n  resolved \"https://r/a.tgz#{hexa(40)}\"\n  integrity {sri(64)}\n"),
    lambda: ("go.sum", f"github.com/a/b v1.0.0 h1:{b64(32)}\n"),
    lambda: ("commit.txt", f"commit {hexa(40)}\nAuthor: a <a@b.test>\n"),
    lambda: ("sums.txt", f"{hexa(64)}  cart.tar.gz\n{hexa(32)}  a.bin\n"),
    lambda: ("ids.json", json.dumps({"id": uid(), "traceId": hexa(32), "etag": hexa(32), "requestId": uid()})),
    lambda: ("page.html", f"<img src=\"data:image/png;base64,iVBORw0KGgo{b64(600)}\">\n"),
    lambda: ("app.min.js", "!function(e,t){var n=e.password,r=t.token,o=e.secretKey||t.apiKey;return n==r&&(o=" + hexa(1).replace("a", "1") + "),a(n,o)}(window,{token:r});" + "".join(f"var {some(LOW, 2)}={some(LOW, 1)}.{some(LOW, 6)}({some(DIG, 4)});" for _ in range(80))),
    lambda: (".env.example", R.choice(["API_KEY=your-api-key-here\n", "DB_PASSWORD=changeme\n", "TOKEN=<token>\n", "SECRET_KEY=xxxxxxxxxxxxxxxxxxxxxxxx\n", "AWS_SECRET_ACCESS_KEY=${AWS_SECRET}\n"])),
    lambda: ("settings.py", R.choice(["PASSWORD = os.environ['DB_PASSWORD']\n", "SECRET_KEY = get_secret('django')\n", "API_KEY = config.api_key\n", "TOKEN_URL = 'https://auth.shop.test/token'\n", "password = getpass.getpass()\n"])),
    lambda: ("README.md", R.choice(["export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nexport AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n", "postgres://user:password@localhost:5432/db\n", "Authorization: Bearer <token>\n", "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX\n"])),
    lambda: ("key.pub", f"ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAAB{b64(240)} a@b\n"),
    lambda: ("cert.pem", "-----BEGIN CERTIFICATE-----\n" + b64(600) + "\n-----END CERTIFICATE-----\n"),
    lambda: ("public.pem", "-----BEGIN PUBLIC KEY-----\n" + b64(270) + "\n-----END PUBLIC KEY-----\n"),
    lambda: ("values.yaml", R.choice(["existingSecret: cart-db-credentials\npasswordKey: db-password\n", "auth:\n  secretName: cart-tls-secret\n  tokenPath: /var/run/secrets/token\n", "password: \"\"\napiKey: null\n", "image: r.shop.test/cart@sha256:" + hexa(64) + "\n"])),
    lambda: ("deploy.yaml", "env:\n- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      name: db\n      key: password\n"),
    lambda: ("Login.java", R.choice(["String password = request.getParameter(\"password\");\n", "private static final String TOKEN_HEADER = \"X-Auth-Token\";\n", "if (token.equals(\"access_token\")) { return secretProvider.get(\"db.password\"); }\n", "String passwordHash = BCrypt.hashpw(password, salt);\n"])),
    lambda: ("types.ts", R.choice(["interface A { password: string; apiKey?: string; accessToken: string }\n", "const tokenType = 'Bearer'; const secretName = 'cart-service-secret-name';\n", "export const PASSWORD_RESET_TOKEN = 'passwordResetTokenReducer';\n"])),
    lambda: ("main.tf", R.choice(["password = var.db_password\n", "secret_key = data.vault.secret.value\n", "token = random_password.db.result\n", "kms_key_id = \"arn:aws:kms:eu-west-1:111122223333:key/" + uid() + "\"\n"])),
    lambda: ("fake-token.txt", f"GITHUB_TOKEN_OLD ghp_{an(36)}\n"),
    lambda: ("pom.properties", f"checksum.sha1={hexa(40)}\nbuild.revision={hexa(40)}\nsigning.keyId={some(HEX.upper(), 8)}\n"),
    lambda: ("i18n.json", json.dumps({"password": "Enter your password", "token": "Token expired", "forgotPassword": "Forgot your password?"})),
    lambda: ("config.js", f"module.exports = {{ publicKey: '{an(40)}', siteKey: '{an(40)}', cacheKey: '{hexa(32)}', sha: '{hexa(40)}' }};\n"),
    lambda: ("a.css", f"a{{background:url(data:font/woff2;base64,{b64(500)})}}\n"),
]
labels = []


def put(group, number, kind, name, text, secret):
    folder = os.path.join(out, group, "%04d" % number)
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, name)
    with open(path, "w") as f:
        f.write(text)
    labels.append((os.path.relpath(path, out), kind, secret))


n = 0
for round_ in range(8):
    for kind, make in TOKENS.items():
        key, value = make()
        end, form = FORMS[(round_ + n) % len(FORMS)]
        put("true", n, kind, ("settings" + end) if end != ".env" else ".env", form(key, value), 1)
        n += 1
    for kind, make in WHOLE.items():
        name, text = make()
        put("true", n, kind, name, text, 1)
        n += 1
m = 0
for round_ in range(25):
    for i, make in enumerate(DECOYS):
        name, text = make()
        put("decoy", m, "decoy%02d" % i, name, text, 0)
        m += 1
with open(os.path.join(out, "labels.tsv"), "w") as f:
    f.writelines("%s\t%s\t%d\n" % row for row in labels)
print(n, "true,", m, "decoys in", out)
