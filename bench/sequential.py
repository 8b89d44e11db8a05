"""One request after another over one connection, as scripts around the API do it: sequential.py URL ROWS."""
import http.client
import json
import sys
import time
from urllib.parse import urlsplit

connection = http.client.HTTPConnection(urlsplit(sys.argv[1]).netloc)
headers = {"Authorization": "Bearer key", "Content-Type": "application/json"}
rows = int(sys.argv[2])
begin = time.perf_counter()
for row in range(rows):
    connection.request("POST", "/api/2.0/group", json.dumps({"groupName": f"Group {row}", "members": []}), headers)
    answer = connection.getresponse()
    group = json.loads(answer.read())["response"]
    if answer.status != 200 or group["name"] != f"Group {row}":
        sys.exit("a wrong answer")
print(f"{rows / (time.perf_counter() - begin):.1f}")
