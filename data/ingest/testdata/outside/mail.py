"""Writes mails, a mailbox and saved pages with Python's own email package: python3 mail.py SOURCES FILES"""
import email.policy, mailbox, os, subprocess, sys
from email.message import EmailMessage, MIMEPart
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.utils import format_datetime
from datetime import datetime, timezone

sources, files = sys.argv[1:]

def plain(name):
    return subprocess.run(["pandoc", "-t", "plain", "--columns=72", f"{sources}/{name}.md"], capture_output=True, text=True, check=True).stdout

def page(name):
    return subprocess.run(["pandoc", "-t", "html", f"{sources}/{name}.md"], capture_output=True, text=True, check=True).stdout

def message(name, subject, sender, charset="utf-8", html=False, attach=None, cte=None):
    m = EmailMessage(policy=email.policy.SMTP)
    m["From"], m["To"], m["Subject"] = sender, "desk@harbour.example", subject
    m["Date"] = format_datetime(datetime(2026, 3, 14, 8, 30, tzinfo=timezone.utc))
    m["Message-ID"] = f"<{name}@harbour.example>"
    m.set_content(plain(name), charset=charset, cte=cte)
    if html:
        m.add_alternative(f"<html><body>{page(name)}</body></html>", subtype="html")
    if attach:
        with open(f"{files}/{attach}", "rb") as f:
            m.add_attachment(f.read(), maintype="application", subtype="vnd.openxmlformats-officedocument.wordprocessingml.document", filename=attach)
    return m

mails = {
    "01-harbour.mail.eml": message("01-harbour", "Envoys hold first call since winter", "Olena Marchuk <olena@harbour.example>"),
    "04-porom.mail.eml": message("04-porom", "Пором знову ходить через Тарн", "Олена Марчук <olena@harbour.example>", charset="windows-1251", cte="base64"),
    "08-interview.mail.eml": message("08-interview", "Interview", "Ana Ruiz <ana@harbour.example>", html=True, cte="quoted-printable"),
    "12-brief.mail.eml": message("12-brief", "Weekly brief, with the budget", "Desk <desk@harbour.example>", attach="03-budget.pandoc.docx"),
}
for name, m in mails.items():
    with open(f"{files}/{name}", "wb") as f:
        f.write(m.as_bytes())

path = f"{files}/three.mail.mbox"
if os.path.exists(path):
    os.remove(path)
box = mailbox.mbox(path)
for name in ("01-harbour.mail.eml", "04-porom.mail.eml", "08-interview.mail.eml"):
    with open(f"{files}/{name}", "rb") as f:
        box.add(mailbox.mboxMessage(f.read()))
box.close()

for name in ("01-harbour", "05-nahr"):
    with open(f"{files}/{name}.site.html", encoding="utf-8") as f:
        html = f.read()
    m = MIMEMultipart("related", type="text/html", boundary="----MultipartBoundary--corpus----")
    m["From"], m["Subject"] = "<Saved by a browser>", name
    m["Snapshot-Content-Location"] = f"https://harbour.example/{name}"
    part = MIMEText(html, "html", "utf-8")
    part["Content-Location"] = f"https://harbour.example/{name}"
    m.attach(part)
    css = MIMEText("p { color: black }", "css", "utf-8")
    css["Content-Location"] = "https://harbour.example/style.css"
    m.attach(css)
    with open(f"{files}/{name}.site.mhtml", "wb") as f:
        f.write(m.as_bytes())
