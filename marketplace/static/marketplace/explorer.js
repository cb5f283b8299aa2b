// Sends what stands in the form to the door that this page came from, and shows the answer.
document.getElementById("ask").addEventListener("submit", async (event) => {
  event.preventDefault();
  const shown = document.getElementById("answer");
  let variables;
  try {
    variables = JSON.parse(document.getElementById("variables").value || "{}");
  } catch (error) {
    shown.textContent = "The variables are no JSON: " + error.message;
    return;
  }
  const response = await fetch(location.pathname, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ query: document.getElementById("query").value, variables }),
  });
  shown.textContent = response.status + "\n" + JSON.stringify(await response.json(), null, 2);
});
